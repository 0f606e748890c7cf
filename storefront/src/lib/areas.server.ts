/** Provinces, cities and counties of China, on the server only: the table has 160 KB. */
import { areaList } from "@vant/area-data";

/** A choice of one level. */
export interface Area {
  code: string;
  name: string;
}

function within(list: Record<string, string>, prefix: string): Area[] {
  return Object.entries(list)
    .filter(([code]) => code.startsWith(prefix))
    .map(([code, name]) => ({ code, name }));
}

const provinceList = within(areaList.province_list, "");

/** All provinces. */
export function provinces(): Area[] {
  return provinceList;
}

/** The cities of a province; none when the code is not one. */
export function citiesOf(province: string): Area[] {
  return /^\d{2}0000$/.test(province) ? within(areaList.city_list, province.slice(0, 2)) : [];
}

/** The counties of a city; none when the code is not one. */
export function countiesOf(city: string): Area[] {
  return /^\d{4}00$/.test(city) ? within(areaList.county_list, city.slice(0, 4)) : [];
}

/** The three names of a county code, or null when it is not in the table. */
export function namesOf(county: string): { province: string; city: string; county: string } | null {
  const province = areaList.province_list[`${county.slice(0, 2)}0000`];
  const city = areaList.city_list[`${county.slice(0, 4)}00`];
  const name = areaList.county_list[county];
  return province && city && name ? { province, city, county: name } : null;
}

/** The code of a county by the names of its three levels, or null. */
export function codeOf(names: { province: string; city: string; county: string }): string | null {
  const found = Object.entries(areaList.county_list).find(([code, name]) => {
    if (name !== names.county) return false;
    const path = namesOf(code);
    return path?.province === names.province && path.city === names.city;
  });
  return found?.[0] ?? null;
}

/** What the three selects offer for what has been chosen so far. */
export function areaChoices(chosen: { province: string; city: string }): {
  provinces: Area[];
  cities: Area[];
  counties: Area[];
} {
  return {
    provinces: provinces(),
    cities: citiesOf(chosen.province),
    counties: chosen.city.startsWith(chosen.province.slice(0, 2)) ? countiesOf(chosen.city) : [],
  };
}
