import { Note } from "./surface";
export const view = (
  <Note>
    <b>hello</b>
  </Note>
);
