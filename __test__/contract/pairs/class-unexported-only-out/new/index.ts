declare class Session {
  readonly token: string;
  refresh(): Promise<void>;
  readonly expires: Date;
  private timer: unknown;
}
export declare function login(user: string, pass: string): Promise<Session>;
export declare function logout(): void;
export type LoginResult = Awaited<ReturnType<typeof login>>;
