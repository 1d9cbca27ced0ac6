/**
 * What pages of the site need a server to allow, and nothing more: their own files, and WebAssembly for the queries of
 * 自由分析. A server that sends it makes sure that no text of a form is ever run and nothing is fetched from elsewhere.
 */
export const CONTENT_SECURITY_POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'";
