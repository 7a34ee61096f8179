export interface Message {
  payload: any;
}
