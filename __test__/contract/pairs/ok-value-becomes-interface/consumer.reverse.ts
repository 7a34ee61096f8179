import { readUser } from "./surface";
const u = readUser(); if (u.ok) u.value.mail.trim(); else u.message.trim();
