export type Profile = {
  name: string;
};
