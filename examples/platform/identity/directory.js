import { randomBytes, scryptSync, timingSafeEqual } from "node:crypto";

/**
 * Who there is: people, organizations, who belongs to which, and who was invited. In memory: each start of the example begins with
 * the same people. An organization's member may have entitlements, which are the product's own and no claim of a token.
 */
export class Directory {
  #people = new Map();
  #organizations = new Map();
  #invitations = new Map();

  /** @param {{ name: string, password: string, email?: string }} person */
  addPerson({ name, password, email = `${name}@example.com` }) {
    const salt = randomBytes(16);
    this.#people.set(name, { name, email, salt, hash: scryptSync(password, salt, 32) });
  }

  /** @param {{ id: string, name: string, members?: string[] }} organization */
  addOrganization({ id, name, members = [] }) {
    this.#organizations.set(id, { id, name, members: new Set(members) });
  }

  /** The person of a name and a password. Takes as long for names that nobody has. */
  signIn(name, password) {
    const person = this.#people.get(name);
    const { salt, hash } = person ?? { salt: Buffer.alloc(16), hash: Buffer.alloc(32) };
    const isRight = timingSafeEqual(scryptSync(String(password), salt, 32), hash);
    return person && isRight ? person : undefined;
  }

  person(name) {
    return this.#people.get(name);
  }

  isMember(organization, name) {
    return this.#organizations.get(organization)?.members.has(name) ?? false;
  }

  organizationsOf(name) {
    return [...this.#organizations.values()].filter(({ members }) => members.has(name));
  }

  remove(organization, name) {
    this.#organizations.get(organization)?.members.delete(name);
  }

  /** A ticket by which one person becomes a member. */
  invite(organization, email) {
    const ticket = randomBytes(24).toString("base64url");
    this.#invitations.set(ticket, { organization, email });
    return ticket;
  }

  /** Makes a member of whoever was invited; a ticket counts once, and for the person whose address it names. */
  accept(ticket, name) {
    const invitation = this.#invitations.get(ticket);
    if (!invitation || this.#people.get(name)?.email !== invitation.email) return undefined;
    this.#invitations.delete(ticket);
    this.#organizations.get(invitation.organization)?.members.add(name);
    return invitation.organization;
  }
}
