/** Hypertext literal ships no types. Values are inserted as text or nodes, never as markup. */
declare module "htl" {
  export function html(strings: TemplateStringsArray, ...values: unknown[]): HTMLElement;
  export function svg(strings: TemplateStringsArray, ...values: unknown[]): SVGElement;
  export namespace html {
    function fragment(strings: TemplateStringsArray, ...values: unknown[]): DocumentFragment;
  }
}
