# /// script
# requires-python = ">=3.13"
# ///
import asyncio
import os
import signal

orders: asyncio.Queue[str] = asyncio.Queue()


async def cook() -> None:
    try:
        while True:
            order = await orders.get()
            print(f"cooking {order}")
            if order == "rice":
                os.kill(os.getpid(), signal.SIGTERM)  # forced
            await asyncio.sleep(0.05)
            print(f"{order} is ready")
    except asyncio.QueueShutDown:
        print("cook: nothing more to do")


def close() -> None:
    print("SIGTERM: no more orders")
    orders.shutdown()


async def main() -> None:
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGTERM, close)
    for order in ["soup", "rice", "cake"]:
        orders.put_nowait(order)
    await cook()


asyncio.run(main())
print("the program ends by itself")
