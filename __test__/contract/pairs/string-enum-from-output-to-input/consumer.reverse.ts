import { notifyUser, Channel } from "./surface";
notifyUser("a", { fallback: Channel.Sms });
