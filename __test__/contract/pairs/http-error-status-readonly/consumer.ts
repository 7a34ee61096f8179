import { HttpError } from "./surface";
const e = new HttpError(404); e.status = 500;
