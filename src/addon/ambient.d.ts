/** What the build provides: lazy loading of modules inside the bundle, and the template as base64. */
declare module "virtual:default-template" {
  const base64: string;
  export default base64;
}

declare function require(module: "../report/fill.ts"): typeof import("../report/fill.ts");
declare function require(module: "virtual:default-template"): typeof import("virtual:default-template");
