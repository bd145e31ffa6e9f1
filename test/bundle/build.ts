/** Builds the bundle and the host before the tests that run them. */
import { prepare } from "../../scripts/prepare.mjs";

export default prepare;
