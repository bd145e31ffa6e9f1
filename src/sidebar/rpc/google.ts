/** The part of `google.script` that the sidebar uses, as the platform gives it to HTML that the add-on shows. */

/** What the failure handler gets: an Error in most cases, whatever was thrown in all. */
export type FailureHandler = (thrown: unknown) => void;

/** A call in the making: handlers first, then the server's function by its name. */
export type ScriptRun = {
  /** The result is what the contract says, or null: nothing was returned, or what was returned could not travel. */
  readonly withSuccessHandler: <Result>(handler: (result: Result | null) => void) => ScriptRun;
  readonly withFailureHandler: (handler: FailureHandler) => ScriptRun;
};

export type GoogleScript = {
  readonly run: ScriptRun;
  readonly host: { readonly close: () => void };
};

declare global {
  /** Absent where the sidebar's file is opened by itself. */
  var google: { readonly script: GoogleScript } | undefined;
}
