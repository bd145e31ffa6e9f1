/** The program that serves the page, as its commands and messages name it: the server writes it into the page's head. */
export const PROGRAM = document.querySelector<HTMLMetaElement>('meta[name="application-name"]')?.content ?? "";
