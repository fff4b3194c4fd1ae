import { Menu as AriaMenu, Button, MenuItem, MenuTrigger, Popover } from 'react-aria-components';

/** Secondary actions behind one button; each item is a key, its words and what it does. */
export const Menu = (props: {
  label: string;
  face?: React.ReactNode;
  className?: string;
  items: readonly (readonly [string, string, () => void])[];
}) => (
  <MenuTrigger>
    <Button className={props.className ?? 'btn g'} aria-label={props.label}>
      {props.face ?? '⋯'}
    </Button>
    <Popover placement="bottom end">
      <AriaMenu className="menu" aria-label={props.label}>
        {props.items.map(([key, words, act]) => (
          <MenuItem key={key} id={key} onAction={act}>
            {words}
          </MenuItem>
        ))}
      </AriaMenu>
    </Popover>
  </MenuTrigger>
);
