import Chart from "./surface";
export const a = <Chart points={[1, 2]} height={3} />;
