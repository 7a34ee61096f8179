import { Chart } from "./surface";
new Chart(document.body, { width: 1, zoom: true });
