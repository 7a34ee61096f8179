import { Chart } from "./surface";
export const v = <Chart points={[1]} height={20} theme="dark" />;
