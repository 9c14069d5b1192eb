// Bytes as the engine's requests carry them.

/** Bytes as base64 text. */
export function toBase64(bytes: Uint8Array): string {
  let binary = "";
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}

/** The bytes of base64 text. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

/** True for the first bytes of an encrypted save, whatever the file is called. */
export function isEnvelope(bytes: Uint8Array): boolean {
  return [0x89, 0x52, 0x57, 0x53].every((byte, at) => bytes[at] === byte);
}
