/** Messages between the add-on's page in the frame and the page around it. Types only. */

/** From the frame: a call with its arguments as JSON text, or the request to close. */
export type FromFrame =
  | { readonly kind: "call"; readonly id: number; readonly name: string; readonly args: string }
  | { readonly kind: "close" };

/** A call's result as JSON text, or the message of its error. */
export type CallOutcome =
  | { readonly result: string; readonly error?: undefined }
  | { readonly error: string; readonly result?: undefined };

/** To the frame: the outcome of the call with that id. */
export type ToFrame = CallOutcome & { readonly id: number };
