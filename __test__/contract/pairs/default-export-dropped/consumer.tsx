import Button from "./surface";
export const a = <Button label="x" />;
