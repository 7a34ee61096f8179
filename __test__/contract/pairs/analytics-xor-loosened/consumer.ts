import { cancel, schedule } from "./surface";
cancel(schedule({ at: new Date() }, () => {}));
