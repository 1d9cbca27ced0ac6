// Loaded into Framework's process. Framework asks a registry for versions of packages that a page might import and none
// does, and fails where there is no network; here it gets an answer that leads nowhere, and everything else is refused.
globalThis.fetch = async (address) => {
  const { href, host } = new URL(address instanceof Request ? address.url : address);
  if (host === "registry.npmjs.org") return Response.json({ version: "0.0.0", versions: { "0.0.0": {} } });
  throw new TypeError(
    `网站只用本机的包，不从网上取 ${href}。请把 import 里的 npm: 去掉，并用 npm install 装好这个包。`,
  );
};
