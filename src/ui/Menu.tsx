import './Menu.css';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { type ButtonKind, buttonClass } from './button-class.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './icons.ts';
import { findMenuItem } from './menu-keys.ts';

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly icon?: IconName;
  /** Shown at the end of the line, for the eye alone. */
  readonly shortcut?: string;
  readonly disabled?: boolean;
  /** Makes the item one of a choice: exactly one of the menu's checkable items is chosen. */
  readonly checked?: boolean;
  /** Draws a line above this item. */
  readonly startsGroup?: boolean;
  readonly onSelect: () => void;
}

interface MenuProps {
  /** Name of the button that opens the menu, and of the menu. */
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly icon?: IconName;
  /** Visible words of the button; without them the icon stands alone. */
  readonly children?: ReactNode;
  readonly kind?: ButtonKind;
  readonly align?: 'start' | 'end';
}

/** A button with a popup menu: arrows, Home, End, first letters, Escape; focus returns to the button. */
export function Menu({ label, items, icon = 'more', children, kind = 'bare', align = 'end' }: MenuProps) {
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const firstIndex = useRef(0);
  const menuId = useId();

  const itemElements = () => [...(list.current?.querySelectorAll<HTMLElement>('[data-menu-item]') ?? [])];

  const open = (index: number) => {
    firstIndex.current = index;
    setOpen(true);
  };
  const close = (returnFocus: boolean) => {
    setOpen(false);
    if (returnFocus) trigger.current?.focus();
  };

  useEffect(() => {
    if (!isOpen) return;
    const elements = [...(list.current?.querySelectorAll<HTMLElement>('[data-menu-item]') ?? [])];
    const chosen = elements.findIndex((element) => element.getAttribute('aria-checked') === 'true');
    const index = firstIndex.current === 0 && chosen > 0 ? chosen : firstIndex.current;
    elements.at(index)?.focus();
    const onPointerDown = (event: PointerEvent) => {
      if (event.target instanceof Node && root.current?.contains(event.target) !== true) setOpen(false);
    };
    document.addEventListener('pointerdown', onPointerDown);
    return () => document.removeEventListener('pointerdown', onPointerDown);
  }, [isOpen]);

  const onTriggerKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    open(event.key === 'ArrowDown' ? 0 : -1);
  };

  const onMenuKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Tab') return close(false);
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      return close(true);
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const elements = itemElements();
    const current = elements.indexOf(document.activeElement as HTMLElement);
    const labels = items.map((item) => item.label);
    const next = findMenuItem(event.key, current, labels);
    if (next === null) return;
    event.preventDefault();
    elements[next]?.focus();
  };

  const select = (item: MenuItem) => {
    if (item.disabled) return;
    close(true);
    item.onSelect();
  };

  return (
    <div className="menu" ref={root}>
      <button
        ref={trigger}
        type="button"
        className={buttonClass(kind, children === undefined ? 'button--square' : '')}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? menuId : undefined}
        aria-label={children === undefined ? label : undefined}
        title={children === undefined ? label : undefined}
        onClick={() => (isOpen ? close(true) : open(0))}
        onKeyDown={onTriggerKeyDown}
      >
        {children === undefined ? <Icon name={icon} /> : children}
      </button>
      {isOpen && (
        <div
          ref={list}
          id={menuId}
          role="menu"
          tabIndex={-1}
          aria-label={label}
          className={`menu__list menu__list--${align}`}
          onKeyDown={onMenuKeyDown}
        >
          {items.map((item) => (
            <MenuLine key={item.id} item={item} onSelect={() => select(item)} />
          ))}
        </div>
      )}
    </div>
  );
}

function MenuLine({ item, onSelect }: { readonly item: MenuItem; readonly onSelect: () => void }) {
  const isChoice = item.checked !== undefined;
  return (
    <button
      type="button"
      data-menu-item
      tabIndex={-1}
      {...(isChoice ? { role: 'menuitemradio', 'aria-checked': item.checked } : { role: 'menuitem' })}
      aria-disabled={item.disabled || undefined}
      className={item.startsGroup ? 'menu__item menu__item--group' : 'menu__item'}
      onClick={onSelect}
    >
      <span className="menu__icon">
        {isChoice ? item.checked && <Icon name="check" /> : item.icon && <Icon name={item.icon} />}
      </span>
      <span>{item.label}</span>
      {item.shortcut !== undefined && (
        <span className="keys" aria-hidden="true">
          {item.shortcut}
        </span>
      )}
    </button>
  );
}
