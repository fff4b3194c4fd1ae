/** Every table of the toil domain. */
export const toilEntities = [] as (new () => object)[];
