/**
 * Protects the page's server: only this machine's browser, on the page's own origin, with the session's secret, may use
 * it. It refuses names that were made to point here (DNS rebinding), other sites and other programs' pages.
 */
import { randomBytes, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";

export type Guard = {
  /** The secret that the address carries, once. */
  readonly token: string;
  /** The cookie that the secret is exchanged for. */
  readonly cookie: string;
  readonly isToken: (given: string) => boolean;
  /** Tells whether a request names this host. */
  readonly isOwnHost: (headers: IncomingHttpHeaders) => boolean;
  /** Tells whether a request comes from the page itself, if the browser says so. */
  readonly isOwnOrigin: (headers: IncomingHttpHeaders) => boolean;
  readonly hasSession: (headers: IncomingHttpHeaders) => boolean;
};

/** Headers of every answer: nothing from elsewhere, nothing inline but styles, in no other page's frame. */
export const HEADERS: Readonly<Record<string, string>> = {
  "Content-Security-Policy": [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; "),
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Cache-Control": "no-store",
};

/** Makes the guard of a program's server on this port of the loopback. */
export function createGuard(program: string, port: number): Guard {
  const token = randomBytes(24).toString("base64url");
  const session = randomBytes(24).toString("base64url");
  // Ports share cookies, so each has a name of its own.
  const name = `${program}_${port}`;
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  return {
    token,
    cookie: `${name}=${session}; HttpOnly; SameSite=Strict; Path=/`,
    isToken: (given) => isSame(given, token),
    isOwnHost: ({ host }) => host !== undefined && hosts.includes(host.toLowerCase()),
    isOwnOrigin(headers) {
      const { origin, host } = headers;
      if (origin !== undefined && origin !== `http://${host}`) return false;
      const site = headers["sec-fetch-site"];
      return site === undefined || site === "same-origin";
    },
    hasSession({ cookie }) {
      const given = (cookie ?? "").split(";").map((part) => part.trim().split("="));
      return given.some(([key, value]) => key === name && isSame(value ?? "", session));
    },
  };
}

function isSame(given: string, secret: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(secret)];
  return one.length === other.length && timingSafeEqual(one, other);
}
