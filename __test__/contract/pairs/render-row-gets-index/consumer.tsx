import { List, type ListProps } from "./surface";
const renderRow: ListProps<number>["renderRow"] = n => n + 1;
export const a = <><List items={["a"]} renderRow={s => s.length} getKey={s => s} /><List items={[1]} renderRow={renderRow} /><List items={[1]} renderRow={() => null} /></>;
