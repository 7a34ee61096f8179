import { randomBytes } from "node:crypto";
import { Directory } from "../identity/directory.js";

/** Organizations: what they bought, and who belongs to them. */
export const ORGANIZATIONS = [
  { id: "org_acme", name: "Acme", entitlements: ["admin", "reports"], members: ["alice", "carol"] },
  { id: "org_globex", name: "Globex", entitlements: ["reports"], members: ["bob"] },
  { id: "org_platform", name: "Platform team", entitlements: ["admin", "reports", "operate"], members: ["olga"] },
];

/** A person without an organization, who can be invited to one. */
const GUEST = "dave";

/** The directory of identities, with passwords that this start made up. */
export function people() {
  const directory = new Directory();
  const members = ORGANIZATIONS.flatMap(({ id, members }) => members.map((name) => ({ name, org: id })));
  const users = [...members, { name: GUEST, org: undefined }].map((user) => ({
    ...user,
    password: randomBytes(9).toString("base64url"),
  }));
  for (const user of users) directory.addPerson(user);
  for (const { id, name, members } of ORGANIZATIONS) directory.addOrganization({ id, name, members });
  return { directory, users };
}

/** What an organization may use. Nothing, if nobody knows it. */
export function entitlementsOf(orgId) {
  return ORGANIZATIONS.find(({ id }) => id === orgId)?.entitlements ?? [];
}
