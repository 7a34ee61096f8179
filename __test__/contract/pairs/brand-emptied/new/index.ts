export type UserId = string & {};
