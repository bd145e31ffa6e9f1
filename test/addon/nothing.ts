/** A bundle without a function: for tests that run the add-on's own modules on the emulated services. */
import type { Bundle } from "gas-offline";

const SCOPES = ["spreadsheets.currentonly", "drive.file", "script.container.ui", "userinfo.email"];

export const bundleOfNothing: Bundle = {
  code: [],
  pages: new Map(),
  scopes: new Set(SCOPES.map((scope) => `https://www.googleapis.com/auth/${scope}`)),
};
