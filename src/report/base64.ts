/** Base64 → bytes, in an engine that has neither `atob` nor `Buffer`. */

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Decodes base64; line breaks and padding are skipped. Other characters end it. */
export function decodeBase64(text: string): Uint8Array {
  const values = new Map([...ALPHABET].map((letter, value) => [letter.charCodeAt(0), value]));
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let [length, bits, count] = [0, 0, 0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const value = values.get(code);
    if (value === undefined) {
      if (code === 10 || code === 13) continue;
      break;
    }
    bits = ((bits << 6) | value) & 0xffffff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes[length++] = (bits >> count) & 0xff;
  }
  return bytes.slice(0, length);
}
