/** What the add-on's page in the frame and the page around it say to each other. Types only. */

/** From the frame: a call with its arguments as JSON text, or the wish to be closed. */
export type FromFrame =
  | { readonly kind: "call"; readonly id: number; readonly name: string; readonly args: string }
  | { readonly kind: "close" };

/** What a call came to, as JSON text, or the words of its error. */
export type CallOutcome =
  | { readonly result: string; readonly error?: undefined }
  | { readonly error: string; readonly result?: undefined };

/** To the frame: what the call of that id came to. */
export type ToFrame = CallOutcome & { readonly id: number };
