import { streamOf } from "./stream-of.ts";

streamOf(22822);
