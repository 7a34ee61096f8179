import { HttpError } from "./surface";
const e = new HttpError(404, "x"); e.status.toFixed(); e.message.trim();
export class NotFound extends HttpError { constructor() { super(404); } }
