import Button from "./surface";
export const view = <Button />;
