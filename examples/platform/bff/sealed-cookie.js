import { EncryptJWT, errors, jwtDecrypt } from "jose";

/**
 * A cookie that only this server and its other pods can read or make: its content is encrypted and authenticated (RFC 7516, `dir`
 * with A256GCM), and says until when it counts. No script reads it, and no other site's form sends it.
 */
export class SealedCookie {
  #name;
  #key;

  /** @param {{ name: string, key: Uint8Array }} options `key`: 32 bytes, the same on all pods */
  constructor({ name, key }) {
    // Nobody else can set it: another server of the site, or one on another port (RFC 6265bis, section 4.1.3.2).
    this.#name = `__Host-${name}`;
    this.#key = key;
  }

  /** @returns {Promise<Record<string, unknown> | undefined>} */
  async read(request) {
    const text = request.cookies[this.#name];
    if (text === undefined) return undefined;
    try {
      const options = {
        subject: this.#name,
        keyManagementAlgorithms: ["dir"],
        contentEncryptionAlgorithms: ["A256GCM"],
      };
      return (await jwtDecrypt(text, this.#key, options)).payload.data;
    } catch (error) {
      // Ended, or of a key that was replaced: as if there were none.
      if (error instanceof errors.JOSEError) return undefined;
      throw error;
    }
  }

  async write(reply, data, seconds) {
    const text = await new EncryptJWT({ data })
      .setProtectedHeader({ alg: "dir", enc: "A256GCM" })
      .setSubject(this.#name)
      .setExpirationTime(Math.floor(Date.now() / 1000) + seconds)
      .encrypt(this.#key);
    reply.setCookie(this.#name, text, { ...this.#attributes, maxAge: seconds });
  }

  clear(reply) {
    reply.clearCookie(this.#name, this.#attributes);
  }

  get #attributes() {
    return { path: "/", httpOnly: true, secure: true, sameSite: "lax" };
  }
}
