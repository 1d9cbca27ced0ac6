/** What Framework gives to modules of a page. */
declare module "observablehq:stdlib" {
  /** Draws again whenever the width changes. */
  export function resize(draw: (width: number) => Node): HTMLElement;
}
