import { issue, verify, type Token } from "./surface";
const t: Token = issue(); if (verify(t)) t.value.trim();
