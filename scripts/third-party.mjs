/** Bundles our own packages into a program and leaves those of others to Node. */

/** The names of the packages of this repository. */
const OWN = ["a1", "gas-offline", "nd30-lint", "sheet-page", "so2282-cli", "zip-file"];

/** @type {import("esbuild").Plugin} */
export const othersExternal = {
  name: "others-external",
  setup({ onResolve }) {
    onResolve({ filter: /^[@\w]/ }, ({ path, kind }) =>
      kind === "entry-point" || OWN.includes(path.split("/")[0] ?? "") ? undefined : { path, external: true },
    );
  },
};
