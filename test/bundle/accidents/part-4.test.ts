import { describeStream } from "./describe-stream.ts";

describeStream(22824);
