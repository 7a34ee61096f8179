import { audit } from "./surface";
audit().by.trim();
