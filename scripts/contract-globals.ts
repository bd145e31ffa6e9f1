/** The functions of the sidebar's contract as Google sees them: one each, that hands over to the bundle. */

import { Nothing } from "../src/addon/rpc/shapes.ts";
import { CONTRACT, type Endpoint } from "../src/addon/rpc.ts";

/** What an endpoint's one parameter is called; null: it has none. */
export function parameterOf({ parameter, argument }: Endpoint): string | null {
  return parameter ?? (argument === Nothing ? null : "request");
}

function writeGlobal(name: string, endpoint: Endpoint): string {
  const parameter = parameterOf(endpoint);
  const given = parameter === null ? "" : `, ${parameter}`;
  return `/**
 * ${endpoint.does}
 */
function ${name}(${parameter ?? ""}) {
  return So2282.callEndpoint("${name}"${given});
}
`;
}

/** Writes all of them. */
export function writeGlobals(): string {
  return Object.entries<Endpoint>(CONTRACT)
    .map(([name, endpoint]) => writeGlobal(name, endpoint))
    .join("");
}
