/** What Framework gives to modules of a page. */
declare module "observablehq:stdlib" {
  /** Draws again whenever the width changes. */
  export function resize(draw: (width: number) => Node): HTMLElement;

  /** A file of the site, by its path from the module that names it. */
  export function FileAttachment(path: string): {
    json(): Promise<unknown>;
    arrayBuffer(): Promise<ArrayBuffer>;
    url(): Promise<string>;
  };
}
