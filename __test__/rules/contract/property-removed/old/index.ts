export type Profile = {
  name: string;
  nickname?: string;
};
