interface StationRecord {
  high: number[];
  low: number[];
  rain: number[];
  wind: number[];
}
export function compactWeather(): { about: string; seattle: StationRecord; newYork: StationRecord };
