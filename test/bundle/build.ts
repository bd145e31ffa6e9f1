/** Builds the bundle and the host before the tests that run them. */
import { prepare } from "../../scripts/prepare.mjs";

declare module "vitest" {
  export interface ProvidedContext {
    /** Whether random streams run in full (`npm run soak`), or a fixed sample of them. */
    readonly soak: boolean;
  }
}

export default prepare;
