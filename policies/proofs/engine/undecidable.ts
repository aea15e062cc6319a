/** The question lies outside what the procedure decides; becomes the verdict `unknown` with this reason. */
export class UndecidableError extends Error {}
