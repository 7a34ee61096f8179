interface Account {
  id: string;
  secret: string;
}
export type PublicAccount = Omit<Account, "secret">;
