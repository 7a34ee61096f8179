interface Account {
  id: string;
  secret: string;
}
export type PublicAccount = Pick<Account, "id">;
