import { notifyUser, Channel } from "./surface";
notifyUser("a", { channels: [Channel.Mail, Channel.Push], fallback: Channel.Mail }); const c: Channel[] = [Channel.Push]; notifyUser("b", { channels: c }); export type M = Channel.Mail;
