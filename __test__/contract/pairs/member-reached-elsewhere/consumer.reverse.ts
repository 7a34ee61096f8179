import { audit } from "./surface";
audit().by = null;
