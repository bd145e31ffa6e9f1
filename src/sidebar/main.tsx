/** Starts the sidebar in the page that the add-on shows. */
import { render } from "preact";
import { LEGEND_COLOURS } from "../workbook/setup/looks.ts";
import { App } from "./app.tsx";

/** The workbook's own colours, so that a status looks the same in both. */
for (const [tone, { background, fontColor }] of Object.entries(LEGEND_COLOURS)) {
  document.documentElement.style.setProperty(`--${tone}`, background);
  document.documentElement.style.setProperty(`--${tone}-ink`, fontColor);
}

const place = document.getElementById("app");
if (place) render(<App />, place);
