/** Every table of the machine-learning domain. */
export const mlEntities = [] as (new () => object)[];
