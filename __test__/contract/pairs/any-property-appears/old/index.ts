export interface Message {
  payload: string;
}
